export type { EditedGoal } from './editedGoal';
